package org.yiqiao.infra.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** The serialization of keys, documents and values of index entries in the pages of the file. */
final class StorageSerializers {
    static final BasicDataType<KeyBytes> KEY = new KeyType();
    static final BasicDataType<StoredDocument> DOCUMENT = new DocumentType();
    static final BasicDataType<Integer> VALUE_LENGTH = new ValueLengthType();

    private static final int OBJECT_OVERHEAD = 24;

    private StorageSerializers() {}

    /**
     * Writes only the part of a key that differs from the key before: neighbours share their beginnings, for example in
     * an index on a status or with time-ordered ids.
     */
    private static final class KeyType extends BasicDataType<KeyBytes> {
        @Override
        public int getMemory(KeyBytes key) {
            return 2 * OBJECT_OVERHEAD + key.length();
        }

        @Override
        public int compare(KeyBytes a, KeyBytes b) {
            return a.compareTo(b);
        }

        @Override
        public void write(WriteBuffer out, Object storage, int count) {
            byte[] previous = {};
            for (KeyBytes key : Arrays.asList(cast(storage)).subList(0, count)) {
                byte[] bytes = key.bytes();
                int shared = Arrays.mismatch(previous, bytes);
                shared = shared < 0 ? bytes.length : shared;
                out.putVarInt(shared).putVarInt(bytes.length - shared);
                out.put(ByteBuffer.wrap(bytes, shared, bytes.length - shared));
                previous = bytes;
            }
        }

        @Override
        public void read(ByteBuffer in, Object storage, int count) {
            KeyBytes[] keys = cast(storage);
            byte[] previous = {};
            for (int i = 0; i < count; i++) {
                int shared = DataUtils.readVarInt(in);
                byte[] bytes = Arrays.copyOf(previous, shared + DataUtils.readVarInt(in));
                in.get(bytes, shared, bytes.length - shared);
                keys[i] = new KeyBytes(bytes);
                previous = bytes;
            }
        }

        @Override
        public void write(WriteBuffer out, KeyBytes key) {
            write(out, new KeyBytes[] {key}, 1);
        }

        @Override
        public KeyBytes read(ByteBuffer in) {
            KeyBytes[] one = new KeyBytes[1];
            read(in, one, 1);
            return one[0];
        }

        @Override
        public KeyBytes[] createStorage(int size) {
            return new KeyBytes[size];
        }
    }

    private static final class DocumentType extends BasicDataType<StoredDocument> {
        @Override
        public int getMemory(StoredDocument document) {
            return 2 * OBJECT_OVERHEAD + document.size();
        }

        @Override
        public void write(WriteBuffer out, StoredDocument document) {
            out.putVarInt(document.size()).put(document.bson());
        }

        @Override
        public StoredDocument read(ByteBuffer in) {
            byte[] bson = new byte[DataUtils.readVarInt(in)];
            in.get(bson);
            return new StoredDocument(bson);
        }

        @Override
        public StoredDocument[] createStorage(int size) {
            return new StoredDocument[size];
        }
    }

    /**
     * The value of an index entry: the number of bytes of its key that are the indexed values. The rest is the key of
     * the document.
     */
    private static final class ValueLengthType extends BasicDataType<Integer> {
        @Override
        public int getMemory(Integer valueLength) {
            return OBJECT_OVERHEAD;
        }

        @Override
        public void write(WriteBuffer out, Integer valueLength) {
            out.putVarInt(valueLength);
        }

        @Override
        public Integer read(ByteBuffer in) {
            return DataUtils.readVarInt(in);
        }

        @Override
        public Integer[] createStorage(int size) {
            return new Integer[size];
        }
    }
}
