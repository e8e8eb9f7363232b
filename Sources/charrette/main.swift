print("charrette")
