package org.yiqiao.edge.openapi;

/** The texts that every API document shares. */
final class ApiDocumentText {

    static final String INFO = """
            The name of an operation is the name of its permission, which docs/security.md lists for each role.

            Responses omit fields without a value. Fields and values of enumerations are added over time, so a client \
            ignores those that it does not know. Requests are strict: an unknown field is refused.

            A refusal is a problem (RFC 9457) with a stable `code`. Each operation lists its codes.""";

    private ApiDocumentText() {}
}
