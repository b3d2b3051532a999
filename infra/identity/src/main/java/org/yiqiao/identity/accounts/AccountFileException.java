package org.yiqiao.identity.accounts;

/** An account cannot be added to the file of accounts. The message is for the person at the console. */
final class AccountFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    AccountFileException(String message) {
        super(message);
    }

    AccountFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
