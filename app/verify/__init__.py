"""Does the document say the number?"""
