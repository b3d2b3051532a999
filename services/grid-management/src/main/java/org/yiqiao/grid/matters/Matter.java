package org.yiqiao.grid.matters;

import java.time.Instant;
import java.util.List;
import org.yiqiao.contracts.Point;

/** A matter as it was found; what becomes of it is the case that resident requests opens for it. */
public record Matter(
        String service, String description, Point point, List<String> path, String reporter, Instant foundAt) {}
