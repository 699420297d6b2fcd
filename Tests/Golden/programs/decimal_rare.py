# What few programs ask of decimal numbers, as methods of numbers and of contexts.
import decimal
import pickle
from decimal import Context, Decimal, getcontext

context = getcontext()
numbers = [Decimal(text) for text in ('0', '-0', '1', '-2.50', '1101', '9.99E+7', 'Inf', '-Inf', 'NaN', '123456')]
for name in ('next_plus', 'next_minus', 'logb', 'number_class', 'is_normal', 'copy_abs', 'to_integral_exact',
             'to_sci_string', 'to_eng_string', 'logical_invert'):
    results = []
    for number in numbers:
        try:
            results.append(str(getattr(context, name)(number)))
        except decimal.DecimalException as error:
            results.append(type(error).__name__)
    print(name, results)
for name in ('max_mag', 'min_mag', 'next_toward', 'compare_total', 'compare_total_mag', 'compare_signal', 'same_quantum',
             'copy_sign', 'logical_and', 'logical_or', 'logical_xor', 'rotate', 'shift', 'scaleb', 'remainder_near'):
    results = []
    for number in numbers:
        for other in (Decimal(2), Decimal('-3'), Decimal(1010)):
            try:
                results.append(str(getattr(context, name)(number, other)))
            except decimal.DecimalException as error:
                results.append(type(error).__name__)
    print(name, results)
for make in (lambda: context.add('4', 8), lambda: context.abs(1.5), lambda: Context(Emin=5), lambda: Context(clamp=3),
             lambda: Context(capitals=2), lambda: Context(Emax=-1)):
    try:
        print(make())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
small = Context(prec=3, Emin=-9, Emax=9, clamp=1)
print(small.create_decimal('1e9'), small.flags[decimal.Clamped], Context(capitals=0).to_sci_string(Decimal('1E+9')))
parts = Decimal('1.5').as_tuple()
print(pickle.loads(pickle.dumps(parts)), isinstance(parts, decimal.DecimalTuple))
