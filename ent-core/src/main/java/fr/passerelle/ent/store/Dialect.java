package fr.passerelle.ent.store;

/** Where the SQL of the two databases differs in words. */
enum Dialect {
    SQLITE("INTEGER", "BLOB"),
    POSTGRES("BIGINT", "BYTEA");

    private final String wholeNumber;
    private final String bytes;

    Dialect(String wholeNumber, String bytes) {
        this.wholeNumber = wholeNumber;
        this.bytes = bytes;
    }

    /** What stands before a table's name: PostgreSQL's tables lie in a schema of ours, whatever the search path is. */
    String prefix(String schema) {
        return this == POSTGRES ? schema + "." : "";
    }

    /** A statement of our own form, with {@code {int}}, {@code {bytes}} and {@code {schema}} filled in. */
    String fill(String statement, String schema) {
        return statement.replace("{int}", wholeNumber).replace("{bytes}", bytes).replace("{schema}", prefix(schema));
    }
}
