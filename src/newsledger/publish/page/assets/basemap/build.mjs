// Writes world.json and detail.json.gz, the base map of the page, from Natural Earth as packed by world-atlas.
//   npm install world-atlas@2.0.2 topojson-client@3.1.0 topojson-simplify@3.0.3 && node build.mjs
// world.json: 1:50m, thinned, for the whole earth. detail.json.gz: 1:10m, lightly thinned, from which a release
// takes the piece that its events lie in. Both keep countries with their English names and nothing else.
import {readFileSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {gzipSync} from "node:zlib";
import {quantize} from "topojson-client";
import {filter, filterWeight, presimplify, simplify} from "topojson-simplify";

const require = createRequire(import.meta.url);

function build(source, weight, smallest, grid) {
  const topology = JSON.parse(readFileSync(require.resolve(`world-atlas/${source}.json`), "utf8"));
  delete topology.objects.land;
  delete topology.bbox;
  const thin = simplify(presimplify(topology), weight);
  const clean = quantize(filter(thin, filterWeight(thin, smallest)), grid);
  for (const country of clean.objects.countries.geometries) {
    const name = country.properties?.name ?? "";
    delete country.id;
    country.properties = {name};
  }
  return JSON.stringify(clean) + "\n";
}

const folder = new URL("./", import.meta.url);
writeFileSync(new URL("world.json", folder), build("countries-50m", 0.004, 0.01, 2e4));
const detail = gzipSync(build("countries-10m", 1e-4, 4e-4, 1e5), {level: 9});
detail[9] = 255; // the operating system is no part of the file
writeFileSync(new URL("detail.json.gz", folder), detail);
