package fr.passerelle.lilie.sandbox;

import fr.passerelle.one.sandbox.SandboxObjects;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What lies on the platform.
 *
 * @param openEntNg what lies on the successor
 * @param pending writes that were answered and have not yet taken effect
 */
public record LilieObjects(
        List<NotificationView> notifications,
        List<ActivityView> activities,
        List<EvaluationView> evaluations,
        SandboxObjects openEntNg,
        int pending) {

    /**
     * What went out by e-mail or SMS.
     *
     * @param classes whose people got it, each as UAI and name
     * @param recipients how many people got it
     * @param reference the last reference in its text, or null
     * @param supports {@code EMAIL}, {@code SMS} or both
     * @param authorization {@code with Basic} or {@code without Basic}: how the password came
     */
    public record NotificationView(
            long id,
            String school,
            List<String> classes,
            int recipients,
            String title,
            String text,
            @Nullable String reference,
            List<String> supports,
            String authorization,
            String at) {}

    /** A linked activity in a class's lesson book. */
    public record ActivityView(long id, String schoolClass, String title, String context, String url) {}

    /**
     * A test.
     *
     * @param marks by the pupil's internal number
     */
    public record EvaluationView(long id, String schoolClass, String title, Map<Long, String> marks) {}
}
