/** Reads the files in which a territory is imported: GeoJSON of any GIS program. */
@NullMarked
package org.yiqiao.grid.territory.geojson;

import org.jspecify.annotations.NullMarked;
