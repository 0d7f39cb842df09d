# Local Moran and Gi* by spdep on a queen grid: CPU seconds for 999 permutations.
#   Rscript bench/peers/local_spdep.R [side=105] [permutations=999] [runs=5]
# spdep comes from the Debian package r-cran-spdep.
suppressMessages(library(spdep))
args <- as.integer(commandArgs(trailingOnly = TRUE))
side <- if (length(args) > 0) args[1] else 105L
permutations <- if (length(args) > 1) args[2] else 999L
runs <- if (length(args) > 2) args[3] else 5L
set.seed(1)
x <- rnorm(side * side)
weights <- nb2listw(cell2nb(side, side, type = "queen"))
with_self <- nb2listw(include.self(weights$neighbours), style = "B")
cpu <- function(work) { t <- system.time(work); t[["user.self"]] + t[["sys.self"]] }
moran <- replicate(runs, cpu(localmoran_perm(x, weights, nsim = permutations)))
gi <- replicate(runs, cpu(localG_perm(x, with_self, nsim = permutations)))
cat(sprintf("spdep %s, n = %d, %d permutations, CPU s, median of %d: local Moran %.3f, Gi* %.3f\n",
            packageVersion("spdep"), side * side, permutations, runs, median(moran), median(gi)))
