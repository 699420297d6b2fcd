// Swift cannot call variadic C functions or read C's stdin and stdout; these inline functions stand between.
#include <stdio.h>
#include <histedit.h>
#include <editline/readline.h>
