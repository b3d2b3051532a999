package org.yiqiao.request.intake.imports;

/** Thrown if a row does not describe a valid request. */
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
