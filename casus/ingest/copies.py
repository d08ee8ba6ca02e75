def near_copies(r): return ()
