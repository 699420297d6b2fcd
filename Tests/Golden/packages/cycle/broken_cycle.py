print("broken_cycle begins")
import broken_partner

value = 1
