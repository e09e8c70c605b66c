"""The one type of array that training works with."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
