package org.yiqiao.contracts;

/** The four services of the platform. Each publishes its events to one topic of its own. */
public enum PlatformService {
    GRID_MANAGEMENT("grid-management", "grid"),
    RESIDENT_REQUESTS("resident-requests", "request"),
    SOCIAL_ORGANIZATIONS("social-organizations", "organization"),
    GOVERNANCE_CENTER("governance-center", "center");

    /** Partition count of every topic. It never changes in operation, because keys would move to other partitions. */
    public static final int PARTITION_COUNT = 12;

    private final String id;
    private final String shortName;

    PlatformService(String id, String shortName) {
        this.id = id;
        this.shortName = shortName;
    }

    /** Returns the name of the service in its folder, its consumer groups and {@code ce_source}. */
    public String id() {
        return id;
    }

    /** Returns the short name of the service in topics, event types and database names. */
    public String shortName() {
        return shortName;
    }

    public String topic() {
        return "yiqiao." + shortName + ".v1";
    }

    public String deadLetterTopic() {
        return topic() + ".dlt";
    }

    /**
     * Returns the service that publishes to the topic.
     *
     * @throws IllegalArgumentException if no service publishes to it
     */
    public static PlatformService ofTopic(String topic) {
        for (PlatformService service : values()) {
            if (service.topic().equals(topic)) {
                return service;
            }
        }
        throw new IllegalArgumentException("No service publishes to " + topic);
    }
}
