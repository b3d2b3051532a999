package org.yiqiao.request.intake.imports;

/** A row that cannot be a request. */
final class InvalidRowException extends Exception {

    private final String code;

    InvalidRowException(String code) {
        super(code);
        this.code = code;
    }

    String code() {
        return code;
    }
}
