print("foghorn")
