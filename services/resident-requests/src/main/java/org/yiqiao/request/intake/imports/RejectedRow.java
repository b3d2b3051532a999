package org.yiqiao.request.intake.imports;

import java.util.List;

/** A rejected row with its fields as they are in the file. */
record RejectedRow(long line, RowFault fault, List<String> fields) {}
