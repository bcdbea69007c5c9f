#!/bin/sh
# Puts every page of site/ between the same head and foot.
set -eu
rm -rf dist
mkdir dist
for page in site/*.html; do
  cat head.html "$page" foot.html > "dist/${page#site/}"
done
