package rescue.dispatch.road;

/**
 * One sentence for people, in both languages.
 *
 * @param vi in Vietnamese
 * @param en in English
 */
public record Said(String vi, String en) {}
