#!/bin/sh
set -eu
echo "Hello, world!"
