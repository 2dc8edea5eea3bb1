/// Places in FOG's web pages where a person finds or changes what a client needs.
///
/// Origin: FOG 1.5.9.239, menus of `lib/fog/fogpage.class.php`; FOG 1.6, tab API of a user.
package enum FogPages {
    /// Where the token of the API is shown, and the API switched on.
    package static let apiToken = "FOG Configuration > FOG Settings > API System"
    /// Where a user's token is shown, and API access switched on for that user.
    package static let userToken = "User Management > (user) > API Settings"
    /// Where FOG 1.6 makes Bearer tokens.
    package static let bearerToken = "Users > (user) > API"
}
