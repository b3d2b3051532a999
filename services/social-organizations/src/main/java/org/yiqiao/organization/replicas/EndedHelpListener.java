package org.yiqiao.organization.replicas;

/** Is notified of help that the case of a request has ended. */
public interface EndedHelpListener {

    /**
     * Handles the end of help. The same end can be notified several times, also after later claims. Its sequence number
     * tells which claims it ended.
     */
    void helpEnded(String request, EndedHelp ended);
}
