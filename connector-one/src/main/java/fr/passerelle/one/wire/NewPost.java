package fr.passerelle.one.wire;

/** Body of {@code POST /blog/post/:blog} and {@code PUT /blog/post/:blog/:post}. */
public record NewPost(String title, String content) {
    @Override
    public String toString() {
        return "NewPost";
    }
}
