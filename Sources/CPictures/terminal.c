#include "include/pictures.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

static long now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000L + t.tv_nsec / 1000000L;
}

/* Whether the answer has come to what every terminal answers last: ESC [ ? numbers c */
static int is_complete(const char *text, long count) {
  if (count < 4 || text[count - 1] != 'c') return 0;
  long i = count - 2;
  while (i > 2 && ((text[i] >= '0' && text[i] <= '9') || text[i] == ';')) i--;
  return text[i] == '?' && text[i - 1] == '[' && text[i - 2] == 27;
}

long nn_terminal_ask(const char *query, long length, char *answer, long capacity, int milliseconds) {
  int tty = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (tty < 0) return 0;
  struct termios before, raw;
  int waiting = 0;
  long count = 0;
  /* What was typed ahead belongs to the program. */
  if (tcgetpgrp(tty) != getpgrp() || ioctl(tty, FIONREAD, &waiting) || waiting || tcgetattr(tty, &before)) goto done;
  raw = before;
  raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  if (tcsetattr(tty, TCSANOW, &raw)) goto done;
  if (write(tty, query, (size_t)length) == length) {
    long end = now() + milliseconds;
    while (count < capacity && !is_complete(answer, count)) {
      struct pollfd one = {tty, POLLIN, 0};
      long left = end - now();
      if (left <= 0) break;
      int ready = poll(&one, 1, (int)left);
      if (ready < 0 && errno == EINTR) continue;
      if (ready <= 0 || read(tty, answer + count, 1) != 1) break;
      count++;
    }
  }
  tcsetattr(tty, TCSANOW, &before);
done:
  close(tty);
  return count;
}
