"""A script as analysts have it for an ACLED export; nothing in it knows of Newsledger.

Usage: acled_script.py EVENTS.csv EVENT_TYPE YEAR MAP.svg
"""

import sys

import pandas as pd

path, event_type, year, picture = sys.argv[1:5]
df = pd.read_csv(path)
df["event_date"] = pd.to_datetime(df["event_date"])
df = df[(df["event_type"] == event_type) & (df["event_date"].dt.year == int(year))]
print(df.groupby("admin1")["fatalities"].sum().sort_values(ascending=False).to_csv(), end="")

dots = [
    f'<circle cx="{x + 180:.4f}" cy="{90 - y:.4f}" r="{0.1 + f / 100:.3f}"/>'
    for x, y, f in zip(df["longitude"], df["latitude"], df["fatalities"], strict=True)
]
with open(picture, "w", encoding="utf-8") as file:
    file.write(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 180">{"".join(dots)}</svg>')
