#!/usr/bin/env python3
"""What a GIS analyst would run: GeoPandas reads the layer, libpysal finds queen neighbours.

    /usr/bin/python3 bench/peers/queen_neighbours.py FILE [LAYER]

Debian packages: python3-geopandas python3-libpysal. Prints seconds of each part.
"""
import sys
import time
import warnings

import geopandas
import libpysal

warnings.simplefilter("ignore")
start = time.process_time()
frame = geopandas.read_file(sys.argv[1], layer=sys.argv[2] if len(sys.argv) > 2 else None)
read = time.process_time()
queen = libpysal.weights.Queen.from_dataframe(frame, silence_warnings=True)
done = time.process_time()
print(f"{len(frame)} rows: read {read - start:.2f} s, queen neighbours {done - read:.2f} s, "
      f"together {done - start:.2f} s CPU; {queen.nonzero // 2} pairs")
