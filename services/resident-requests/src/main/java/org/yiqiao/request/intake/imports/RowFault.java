package org.yiqiao.request.intake.imports;

/** A row that cannot be a request. */
final class RowFault extends Exception {

    private final String code;

    RowFault(String code) {
        super(code);
        this.code = code;
    }

    String code() {
        return code;
    }
}
