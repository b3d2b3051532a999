package org.yiqiao.request.intake.imports;

import org.yiqiao.core.decider.Rejection;

/** A file that cannot be read as rows, or not any further. */
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
