public import DialARide
