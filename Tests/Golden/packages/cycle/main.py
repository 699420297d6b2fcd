import sys

print("before")
import sound

print(sound.volume(), sound.speaker.level())
import left

print(left.right.left is left, left.total())
import broken_cycle
