package org.yiqiao.grid.territory.geojson;

/** The names that a file uses for the properties of a place. */
record PropertyNames(String code, String name, String level, String parent, String kind) {

    static final PropertyNames DEFAULT = new PropertyNames("code", "name", "level", "parent", "kind");
}
