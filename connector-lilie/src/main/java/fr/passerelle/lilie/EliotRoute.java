package fr.passerelle.lilie;

/** The web services that the connector uses; where the module of each lies is a setting. */
enum EliotRoute {
    NOTIFICATIONS("POST", "/notifications", EliotSettings.NOTIFICATION_PATH),
    FUNCTIONS("GET", "/wsprofilsetab", EliotSettings.SCOLARITE_PATH);

    private final String method;
    private final String path;
    private final String setting;

    EliotRoute(String method, String path, String setting) {
        this.method = method;
        this.path = path;
        this.setting = setting;
    }

    String method() {
        return method;
    }

    /** Below its module. */
    String path() {
        return path;
    }

    /** Which setting says where its module lies. */
    String setting() {
        return setting;
    }

    /** Its name in logs and faults. */
    String route() {
        return "/:module" + path;
    }

    /** The right that it takes, in the ENT's words. */
    String need() {
        return path.substring(1);
    }
}
