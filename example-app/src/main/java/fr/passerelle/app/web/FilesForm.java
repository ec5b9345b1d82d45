package fr.passerelle.app.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * The files of what somebody writes, as her form brings them.
 *
 * @param files that were kept before, in their order
 * @param upload that come now; a field without a choice brings one without a name
 * @param remove the id of a file that is to go, or null
 * @param rights anything where she confirms that the people on the pictures agree
 */
public record FilesForm(
        @Nullable List<@Nullable Line> files,
        @Nullable List<MultipartFile> upload,
        @Nullable String remove,
        @Nullable String rights) {

    /**
     * A file that was kept before, as the form names it: nothing of it is trusted.
     *
     * @param alternative what a picture shows, in words
     */
    public record Line(
            @Nullable String id,
            @Nullable String name,
            @Nullable String alternative) {
        @Override
        public String toString() {
            return "Line[" + id + "]";
        }
    }

    @Override
    public String toString() {
        return "FilesForm[]";
    }
}
