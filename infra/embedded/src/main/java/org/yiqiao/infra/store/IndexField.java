package org.yiqiao.infra.store;

/** One field of an index, and the way it is sorted in. */
record IndexField(String name, FieldPath path, boolean ascending) {
    static final IndexField ID = new IndexField("_id", true);

    IndexField(String name, boolean ascending) {
        this(name, new FieldPath(name), ascending);
    }
}
