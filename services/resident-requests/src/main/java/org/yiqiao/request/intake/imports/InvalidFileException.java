package org.yiqiao.request.intake.imports;

import org.yiqiao.core.decider.Rejection;

/** Thrown if a file cannot be read as rows, or cannot be read further. */
final class InvalidFileException extends Exception {

    private final transient Rejection rejection;

    InvalidFileException(Rejection rejection) {
        super(rejection.code());
        this.rejection = rejection;
    }

    Rejection rejection() {
        return rejection;
    }
}
