package io.switchboard.architecture.planted.house.control.renamed;

/** Planted: its module's id is not the folder's name. */
record Renamed() {}
