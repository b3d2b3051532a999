package org.yiqiao.infra.store;

/** A field of an index with its sort direction. */
record IndexField(String name, FieldPath path, boolean ascending) {
    static final IndexField ID = new IndexField("_id", true);

    IndexField(String name, boolean ascending) {
        this(name, new FieldPath(name), ascending);
    }
}
