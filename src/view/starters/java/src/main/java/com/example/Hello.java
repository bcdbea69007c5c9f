package com.example;

/** Greets people. */
public final class Hello {
    private Hello() {}

    /** A greeting for somebody. */
    public static String greeting(String name) {
        return "Hello, " + name + "!";
    }
}
