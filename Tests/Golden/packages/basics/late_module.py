print("late_module runs once")
value = 21
