package fr.passerelle.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Spares programs what they have already: what the API tells carries the hash of its bytes, and who shows the same one is
 * told 304. The tag is weak, for the bytes may be compressed on the way. The page of a person is not kept anywhere.
 */
@Component
class EntityTags extends ShallowEtagHeaderFilter {
    EntityTags() {
        setWriteWeakETag(true);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith(ApiController.PREFIX + "/")
                || !request.getMethod().equals("GET")
                || path.startsWith(ApiController.PREFIX + "/persons/")
                || path.equals(LiveEvents.PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        // Sentences are in the language that a cookie names.
        response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
        super.doFilterInternal(request, response, chain);
    }
}
