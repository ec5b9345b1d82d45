package fr.passerelle.app.cli;

/** For whom a command's answer is. */
enum OutputFormat {
    /** People. */
    TABLE,
    /** Programs: one object. */
    JSON,
    /** Spreadsheets: the answer's last table. */
    CSV
}
