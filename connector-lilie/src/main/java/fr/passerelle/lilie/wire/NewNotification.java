package fr.passerelle.lilie.wire;

import java.util.List;

/**
 * Body of {@code POST /notifications}.
 *
 * @param etablissementIdExterne the school, by Lilie's external id
 * @param demandeurIdExterne the person who asks, by external id
 * @param titre one line
 * @param message plain text
 * @param destinatairesIdExterne the people who get it, by external id
 * @param supports {@code EMAIL}, {@code SMS} or both
 */
public record NewNotification(
        String etablissementIdExterne,
        String demandeurIdExterne,
        String titre,
        String message,
        List<String> destinatairesIdExterne,
        List<String> supports) {
    @Override
    public String toString() {
        return "NewNotification";
    }
}
