package fr.passerelle.ent.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Hides {@code Retry-After} from OkHttp, which on {@code 503} with {@code Retry-After: 0} sends the request a second time
 * by itself, writes included; no setting turns that off.
 */
final class RetryAfterShield {
    static final String HIDDEN = "x-passerelle-retry-after";

    private RetryAfterShield() {}

    static Response hide(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String value = response.header("Retry-After");
        return value == null
                ? response
                : response.newBuilder()
                        .removeHeader("Retry-After")
                        .header(HIDDEN, value)
                        .build();
    }
}
