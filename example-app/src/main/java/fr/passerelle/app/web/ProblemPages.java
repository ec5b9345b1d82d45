package fr.passerelle.app.web;

import fr.passerelle.app.AppReason;
import fr.passerelle.app.town.AttachedFiles;
import fr.passerelle.app.user.UserReason;
import fr.passerelle.ent.communication.AttachmentRules;
import fr.passerelle.ent.communication.CommunicationReason;
import fr.passerelle.ent.delivery.DeliveryReason;
import fr.passerelle.ent.model.Coded;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.PlaceReason;
import fr.passerelle.ent.model.Sentences;
import fr.passerelle.ent.model.StoreUnavailable;
import fr.passerelle.ent.person.PersonReason;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.JacksonException;

/** Whatever goes wrong is one sentence with a code: on a page for people, as problem+json (RFC 9457) for programs. */
@ControllerAdvice
class ProblemPages {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemPages.class);
    private static final Set<Coded> NOT_THERE = Set.of(
            PlaceReason.UNKNOWN_PLACE,
            PlaceReason.UNKNOWN_CLASS,
            PersonReason.UNKNOWN_PERSON,
            CommunicationReason.UNKNOWN_COMMUNICATION,
            CommunicationReason.UNKNOWN_FILE,
            DeliveryReason.UNKNOWN_ITEM,
            UserReason.UNKNOWN_USER,
            UserReason.LINK_SPENT,
            AppReason.BAD_PLACE_ID,
            AppReason.NO_SUCH_PAGE);

    /** Which part of a request a problem is about, as programs are told. */
    private static final String FIELD = "field";

    private final Demo demo;

    ProblemPages(Demo demo) {
        this.demo = demo;
    }

    @ExceptionHandler
    Object coded(CodedException problem, HttpServletRequest request, Locale locale) {
        HttpStatus status = status(problem.reason());
        // What a field names and is not there is no address that leads nowhere.
        boolean unfit = status == HttpStatus.NOT_FOUND && problem.facts().containsKey(FIELD);
        return answer(
                unfit ? HttpStatus.UNPROCESSABLE_CONTENT : status, problem.reason(), problem.facts(), request, locale);
    }

    private static HttpStatus status(Coded reason) {
        if (reason == AppReason.KEY_NEEDED || reason == AppReason.BODY_UNREADABLE) {
            return HttpStatus.BAD_REQUEST;
        }
        if (reason == AppReason.KEY_USED) {
            return HttpStatus.CONFLICT;
        }
        if (reason == UserReason.NOT_SIGNED_IN) {
            return HttpStatus.UNAUTHORIZED;
        }
        if (reason == UserReason.NOT_ALLOWED) {
            return HttpStatus.FORBIDDEN;
        }
        return NOT_THERE.contains(reason) ? HttpStatus.NOT_FOUND : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    @ExceptionHandler
    Object unavailable(StoreUnavailable problem, HttpServletRequest request, Locale locale) {
        LOG.warn("The store is unavailable.", problem);
        return answer(HttpStatus.SERVICE_UNAVAILABLE, problem, Map.of(), request, locale);
    }

    /** Somebody left a page that listens, or the app is closing under it: nobody is there to be answered. */
    @ExceptionHandler({AsyncRequestNotUsableException.class, AsyncRequestTimeoutException.class})
    void left(Exception gone) {
        LOG.debug("A listener has left.", gone);
    }

    /** Too large, or broken off: the form reached no handler, and nothing of it was done. */
    @ExceptionHandler
    Object notWhole(MultipartException problem, HttpServletRequest request, Locale locale) {
        Map<String, String> limits = Map.of(
                "files", Integer.toString(AttachmentRules.FILES),
                "limit", Integer.toString(AttachedFiles.BYTES_EACH >> 20));
        return answer(HttpStatus.CONTENT_TOO_LARGE, AppReason.FORM_TOO_LARGE, limits, request, locale);
    }

    /** Tomcat reads a form before anybody else does, and stops where it cannot go on. */
    @ExceptionHandler
    Object unreadable(InvalidParameterException problem, HttpServletRequest request, Locale locale) {
        return problem.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value()
                ? notWhole(new MultipartException("too large", problem), request, locale)
                : answer(HttpStatus.BAD_REQUEST, AppReason.NO_SUCH_PAGE, Map.of(), request, locale);
    }

    /** A program's body: no JSON at all, or a field that is unknown or of another form. */
    @ExceptionHandler
    Object unreadable(HttpMessageNotReadableException problem, HttpServletRequest request, Locale locale) {
        String field = problem.getCause() instanceof JacksonException cause
                ? cause.getPath().stream()
                        .map(JacksonException.Reference::getPropertyName)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("."))
                : "";
        return coded(
                field.isEmpty()
                        ? new CodedException(AppReason.BODY_UNREADABLE, Map.of())
                        : new CodedException(AppReason.FIELD_UNFIT, Map.of(FIELD, field)),
                request,
                locale);
    }

    @ExceptionHandler
    Object other(Exception problem, HttpServletRequest request, Locale locale) {
        if (problem instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            return answer(status, AppReason.NO_SUCH_PAGE, Map.of(), known.getHeaders(), request, locale);
        }
        String incident = UUID.randomUUID().toString();
        LOG.error("Incident {}", incident, problem);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR, AppReason.UNEXPECTED, Map.of("incident", incident), request, locale);
    }

    static boolean isForPrograms(HttpServletRequest request) {
        return request.getRequestURI().startsWith(ApiController.PREFIX)
                || request.getRequestURI().startsWith("/internal/");
    }

    private Object answer(
            HttpStatus status, Coded reason, Map<String, String> facts, HttpServletRequest request, Locale locale) {
        return answer(status, reason, facts, HttpHeaders.EMPTY, request, locale);
    }

    /** @param headers what would fit: methods, forms */
    private Object answer(
            HttpStatus status,
            Coded reason,
            Map<String, String> facts,
            HttpHeaders headers,
            HttpServletRequest request,
            Locale locale) {
        if (isForPrograms(request)) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, Sentences.sentence(reason, facts, locale));
            problem.setProperty("code", reason.code());
            if (facts.containsKey(FIELD)) {
                problem.setProperty(FIELD, facts.get(FIELD));
            }
            return ResponseEntity.status(status)
                    .headers(headers)
                    .headers(more -> {
                        if (status == HttpStatus.UNAUTHORIZED) {
                            more.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                        }
                    })
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        ModelAndView page = new ModelAndView("problem");
        page.setStatus(status);
        page.addObject("sentence", Sentences.withCode(reason, facts, locale));
        page.addObject("demo", demo);
        page.addObject("me", Visitor.of(request).orElse(null));
        page.addObject("path", request.getRequestURI());
        return page;
    }
}
