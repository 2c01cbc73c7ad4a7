# Reads events.csv with readr and with data.table, by the lines of the README; checks types, gaps and sums, and maps
# the points as a script written for an ACLED export does. Usage: Rscript read_events.R README_LINE_1 README_LINE_2 OUT
words <- commandArgs(trailingOnly = TRUE)
suppressPackageStartupMessages({library(readr); library(data.table)})
one <- suppressMessages(eval(parse(text = words[1])))
two <- eval(parse(text = words[2]))
stopifnot(
  inherits(one$event_date, "Date"), inherits(two$event_date, "Date"),
  is.numeric(one$fatalities), is.integer(two$fatalities),
  is.numeric(one$injuries), is.integer(two$injuries),
  is.numeric(one$longitude), is.character(one$location), is.character(two$location),
  identical(names(one), names(two)),
  nrow(one) == nrow(two)
)
form <- function(frame) {
  cells <- lapply(as.data.frame(frame), function(column) {
    text <- if (is.double(column) && !inherits(column, "Date") && any(column != round(column), na.rm = TRUE)) {
      sprintf("%.4f", column)
    } else {
      format(column, trim = TRUE, scientific = FALSE)
    }
    text <- sub(" +$", "", enc2utf8(text))
    ifelse(is.na(column), "\u2205", text)
  })
  do.call(paste, c(cells, sep = "\u001f"))
}
writeLines(c(form(one), form(two)), file(file.path(words[3], "cells.txt"), encoding = "UTF-8"))
battles <- subset(one, event_type == "Battles" & format(event_date, "%Y") == "2022")
print(aggregate(fatalities ~ admin1, battles, sum))
png(file.path(words[3], "map.png"), 400, 300)
plot(one$longitude, one$latitude, cex = 1 + one$fatalities / 5)
invisible(dev.off())
