package org.yiqiao.organization.replicas;

/** Is notified of help that the case of a request has ended. */
public interface EndedHelpListener {

    /** Handles the end of help. The same end can be notified several times. */
    void helpEnded(String request, EndedHelp ended);
}
